export { hessian, jacobian, type Trace, trace, unitDirection } from "./tangent";
