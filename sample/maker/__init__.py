"""What makes the sample: content, forms, typesetting, files and listings, one file each."""
