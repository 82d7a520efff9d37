"""Made digests for measuring: any number, from a seed, for Pressreview and for its peers."""
