/** How many sections a course can have, and how long their names can be. */
export const mostSections = 200;
export const longestSectionName = 60;
