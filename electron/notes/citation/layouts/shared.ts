/** Macros that the archival layouts share. */

/** Title as the manuals have it: quoted when it is a title, plain when it only names the kind of document. */
export const TITLE = `
  <macro name="fonds-title">
    <choose>
      <if variable="title" match="none">
        <choose>
          <if variable="recipient">
            <names variable="recipient"><label form="verb" suffix=" "/><name and="text"/></names>
          </if>
          <else><text variable="genre"/></else>
        </choose>
      </if>
      <else-if variable="fonds-plain-title"><text variable="title"/></else-if>
      <else><text variable="title" text-case="title" quotes="true"/></else>
    </choose>
  </macro>`;

/** A guessed date in brackets, “ca.” before one that is about right, “n.d.” without one. */
export const DATE = `
  <macro name="fonds-date">
    <choose>
      <if variable="issued">
        <choose>
          <if variable="fonds-guessed"><date variable="issued" form="text" prefix="[" suffix="?]"/></if>
          <else-if variable="fonds-about">
            <group delimiter=" "><text term="circa" form="short"/><date variable="issued" form="text"/></group>
          </else-if>
          <else><date variable="issued" form="text"/></else>
        </choose>
      </if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>`;

export const LOCATOR = `
  <macro name="fonds-locator">
    <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
  </macro>`;
