"""Programs that a fresh process runs once; each prints one JSON line when it has its result."""
