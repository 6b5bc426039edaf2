"""Reading the catalogue's files, with the file and the line of everything that is wrong."""
