"""Let people talk to the roadmap: in a browser and in a terminal."""
