"""Test every module, with the real encoder, the real content and a real browser."""
