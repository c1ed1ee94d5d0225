// Stands in for the package "server-only" outside Next, where the marker would only throw.
export {};
