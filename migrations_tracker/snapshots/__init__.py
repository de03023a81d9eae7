"""What a person does with a snapshot, from the first paste until it is sealed."""
