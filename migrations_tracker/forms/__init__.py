"""Forms that hand back what the use cases speak: enums, dates, aware moments."""
