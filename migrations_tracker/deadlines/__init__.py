"""What presses: the calendar, the reminders and the records they come from."""
