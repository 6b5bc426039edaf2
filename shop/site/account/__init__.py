"""A customer's own corner: orders, designs, profiles, and what to do again."""
