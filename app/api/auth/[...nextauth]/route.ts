import { authRoute } from "@/lib/auth";
import { adoptGuestWork } from "@/lib/services";

const handler = authRoute({ onSignIn: adoptGuestWork });

export { handler as GET, handler as POST };
