/** How the address of a class begins, after the tutor's own. */
export const CLASS = "class-";

/** How the address of an invitation to a class begins. */
export const JOIN_CLASS = "join-";
