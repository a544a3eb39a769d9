"""Reading an export back and comparing it with the text it was made of: a difference is an error, never a warning."""
