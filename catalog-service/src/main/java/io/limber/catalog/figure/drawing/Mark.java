package io.limber.catalog.figure.drawing;

/**
 * Something drawn.
 *
 * @param depth what is nearer to the viewer is drawn later
 * @param group neighbours of one group and ink become one outline
 * @param path SVG path data
 */
record Mark(double depth, String group, Ink ink, String path) {}
