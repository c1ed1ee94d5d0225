/** Why nothing can be sent any more where a limit is reached. By itself, so that the form brings along nothing else. */
export const noAttemptsLeft = "You have used all attempts at this problem.";
