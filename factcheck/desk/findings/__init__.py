"""What is found about claims: findings, wording, second looks."""
