"""All that certmove keeps of a person, in one ZIP that can be read without certmove."""
