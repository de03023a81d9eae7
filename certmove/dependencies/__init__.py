"""What certmove is made of besides its own code: the lock file, told as SBOM and licence list."""
