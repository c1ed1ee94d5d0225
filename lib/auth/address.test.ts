import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { believeOnly, clientAddress, trustedHops } from "./address";

describe("the address of a request", () => {
  it.each`
    forwarded                      | peer                   | hops | address                | because
    ${undefined}                   | ${"192.0.2.7"}         | ${0} | ${"192.0.2.7"}         | ${"nothing stands between"}
    ${"198.51.100.1"}              | ${"192.0.2.7"}         | ${0} | ${"192.0.2.7"}         | ${"anybody can write the header"}
    ${"198.51.100.1"}              | ${"10.0.0.1"}          | ${1} | ${"198.51.100.1"}      | ${"our proxy has seen it"}
    ${"1.1.1.1, 198.51.100.1"}     | ${"10.0.0.1"}          | ${1} | ${"198.51.100.1"}      | ${"only the last word is our proxy's"}
    ${"1.1.1.1,198.51.100.1,10.2"} | ${"10.0.0.1"}          | ${2} | ${"198.51.100.1"}      | ${"the outer proxy has seen it"}
    ${undefined}                   | ${"10.0.0.1"}          | ${2} | ${"10.0.0.1"}          | ${"somebody has come past the proxies"}
    ${"198.51.100.1"}              | ${"10.0.0.1"}          | ${2} | ${"198.51.100.1"}      | ${"somebody has come past the outer one"}
    ${" , "}                       | ${""}                  | ${1} | ${"unknown"}           | ${"nobody says anything"}
    ${undefined}                   | ${"::ffff:192.0.2.7"}  | ${0} | ${"192.0.2.7"}         | ${"it is an address of IPv4"}
    ${undefined}                   | ${"2001:db8:1:2:3::9"} | ${0} | ${"2001:db8:1:2::/64"} | ${"a household has one network"}
    ${undefined}                   | ${"2001:db8::9"}       | ${0} | ${"2001:db8:0:0::/64"} | ${"zeros are left out"}
    ${undefined}                   | ${"fe80::1%eth0"}      | ${0} | ${"fe80:0:0:0::/64"}   | ${"the zone is ours"}
  `("is $address of $forwarded and $peer behind $hops, because $because", ({ forwarded, peer, hops, address }) => {
    expect(clientAddress(forwarded, peer, hops)).toBe(address);
  });

  it("does not depend on what a client has written, however many proxies are trusted", () => {
    const hop = fc.ipV4();
    fc.assert(
      fc.property(fc.string(), fc.array(hop, { minLength: 1, maxLength: 9 }), (written, chain) => {
        // The last of the chain is the connection, the first what the outermost proxy has seen.
        const hops = chain.length - 1;
        const peer = chain.at(-1) ?? "";
        const forwarded = [written, ...chain.slice(0, -1)].join(", ");
        expect(clientAddress(forwarded, peer, hops)).toBe(chain[0]);
      }),
    );
  });
});

describe("the head of a request", () => {
  const forged = {
    host: "nabla.example",
    "x-forwarded-for": "1.1.1.1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-real-ip": "1.1.1.1",
    forwarded: "for=1.1.1.1",
  };

  it("says nothing of proxies where there is none", () => {
    const headers = { ...forged };
    believeOnly(headers, "192.0.2.7", 0);
    expect(headers).toEqual({ host: "nabla.example", "x-forwarded-for": "192.0.2.7" });
  });

  it("keeps what our proxy says of host and protocol", () => {
    const headers = { ...forged, "x-forwarded-for": "evil, 198.51.100.1" };
    believeOnly(headers, "10.0.0.1", 1);
    expect(headers).toEqual({ ...forged, "x-forwarded-for": "198.51.100.1" });
  });
});

describe("TRUST_PROXY", () => {
  it("is a number of proxies, and none where it is not set", () => {
    expect([undefined, "", "0", "1", " 2 "].map(trustedHops)).toEqual([0, 0, 0, 1, 2]);
  });

  it.each(["yes", "-1", "1.5", "10", "loopback"])("is refused as %j", (text) => {
    expect(() => trustedHops(text)).toThrow(`TRUST_PROXY is the number of proxies`);
  });
});
