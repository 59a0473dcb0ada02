"""The timeline workspace: canvas, overview, legend, facets, inspector; and the strip in Review."""
