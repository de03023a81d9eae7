"""Files and pasted texts become readings; readings become JSON and come back from it."""
