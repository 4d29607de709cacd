"""Claims against claims and against published figures: findings with readings, never a verdict."""
