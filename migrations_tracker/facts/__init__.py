"""What is known of AWS, as dated data: certmove's own files and the operator's."""
