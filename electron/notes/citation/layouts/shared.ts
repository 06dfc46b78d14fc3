/** Macros that the archival layouts share. */

/** Title as the manuals have it: quoted when it is a title, plain when it only names the kind of document. */
export const TITLE = `
  <macro name="fonds-title">
    <choose>
      <if variable="title" match="none">
        <group delimiter=" "><text variable="genre"/><text macro="fonds-to"/></group>
      </if>
      <else><text macro="fonds-known-title"/></else>
    </choose>
  </macro>
  <macro name="fonds-title-capital">
    <choose>
      <if variable="title" match="none">
        <group delimiter=" "><text variable="genre" text-case="capitalize-first"/><text macro="fonds-to"/></group>
      </if>
      <else><text macro="fonds-known-title"/></else>
    </choose>
  </macro>
  <macro name="fonds-known-title">
    <choose>
      <if variable="fonds-plain-title"><text variable="title"/></if>
      <else><text variable="title" text-case="title" quotes="true"/></else>
    </choose>
  </macro>
  <macro name="fonds-to">
    <names variable="recipient"><label form="verb" suffix=" "/><name and="text"/></names>
  </macro>`;

/** A guessed date in brackets, “ca.” before one that is about right (also when it is guessed), “n.d.” without one. */
export const DATE = `
  <macro name="fonds-date">
    <choose>
      <if variable="issued">
        <choose>
          <if variable="fonds-guessed">
            <group prefix="[" suffix="?]" delimiter=" ">
              <choose><if variable="fonds-about"><text term="circa" form="short"/></if></choose>
              <date variable="issued" form="text"/>
            </group>
          </if>
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
