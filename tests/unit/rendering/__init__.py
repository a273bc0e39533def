"""The parts of the renderer, one module each."""
