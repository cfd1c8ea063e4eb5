"""What a manifest says, read without judging: one module for each family of standards."""
