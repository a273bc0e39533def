"""Real Copier on real repositories: copy, update, recopy."""
