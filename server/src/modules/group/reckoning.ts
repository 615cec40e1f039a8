/**
 * By which way of reckoning consolidations are made now. Raise it whenever the same books, ownership and rates come to give other lines
 * or another digest: what was made before keeps its number, and a reader is told why its repetition differs. 1 is all that was made before
 * it was written down; 2 knows control in steps, and what is between owners (decision 46); 3 takes what books were opened with for no flow
 * (decision 40); 4 tells cash flows by the direct method too (decision 50).
 */
export const RECKONING = 4
