"""What a person does with a move as a whole, and what its pages say of it."""
