/* The page around a draft that somebody was sent a link to. */

import { wireFrame } from "./preview-frame.js";

wireFrame(document);
