"""Judge answers: each metric is one function from an answered question to a score."""
