/** The most that a course of one's own may hold; far more than a lesson needs, far less than a session bears. */
export const COURSE_LIMITS = { items: 500, skills: 50, units: 50, textLength: 4_000 } as const;
