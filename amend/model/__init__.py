"""What things are: the tree, addresses, operations, decisions, findings. No I/O, no parsing."""
