"""Files → model. One module per kind of file; lxml lives only here and in amend.write."""
