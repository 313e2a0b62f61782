"""The claim sheet: how it is built, loaded, sealed and laid out, whatever the file format."""
