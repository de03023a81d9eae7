"""What a snapshot's row keeps, as the core's records, and as tables for people."""
