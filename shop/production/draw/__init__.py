"""The spec sheet: what stands on it, and how it lies on paper. Pure; reportlab and segno draw."""
