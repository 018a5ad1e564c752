package io.hotline.extraction.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhosWhoTest {

  private static final WhosWho WHO = TestAnnotator.ANNOTATOR.whosWho();

  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvSource({
    "USA, president, 1987-04-07, Ronald Reagan",
    "USA, president, 1989-01-19, Ronald Reagan",
    "USA, president, 1989-01-21, George H. W. Bush",
    "USA, president, 2001-09-11, George W. Bush",
    "USA, president, 2025-01-19, Joe Biden",
    "USA, president, 2025-01-20, Donald Trump",
    "USA, president-elect, 2024-12-24, Donald Trump",
    "USA, president-elect, 2020-12-24, Joe Biden",
    "USA, vice president, 1987-04-07, George H. W. Bush",
    "USA, secretary of state, 1987-04-07, George Shultz",
    "USA, secretary of state, 2024-07-01, Antony Blinken",
    "USA, foreign minister, 2025-02-18, Marco Rubio",
    "USA, leader, 2025-02-18, Donald Trump",
    "USA, national security adviser, 1987-04-07, Frank Carlucci",
    "USA, treasury secretary, 1987-04-07, James Baker",
    "SUN, leader, 1987-04-07, Mikhail Gorbachev",
    "SUN, president, 1987-04-07, Andrei Gromyko",
    "SUN, president, 1990-06-01, Mikhail Gorbachev",
    "SUN, foreign minister, 1987-04-07, Eduard Shevardnadze",
    "SUN, prime minister, 1987-04-07, Nikolai Ryzhkov",
    "RUS, president, 1995-06-01, Boris Yeltsin",
    "RUS, president, 2010-06-01, Dmitry Medvedev",
    "RUS, president, 2025-11-01, Vladimir Putin",
    "RUS, foreign minister, 2000-06-01, Igor Ivanov",
    "RUS, foreign minister, 2025-11-01, Sergey Lavrov",
    "RUS, defence minister, 2024-04-01, Sergey Shoygu",
    "RUS, defence minister, 2024-06-01, Andrei Belousov",
    "RUS, kremlin spokesman, 2025-02-18, Dmitry Peskov",
    "UKR, president, 2018-06-01, Petro Poroshenko",
    "UKR, foreign minister, 2024-12-01, Andrii Sybiha",
    "GBR, prime minister, 1987-04-07, Margaret Thatcher",
    "GBR, leader, 2023-06-01, Rishi Sunak",
    "GBR, foreign secretary, 2025-01-20, David Lammy",
    "DEU, chancellor, 2025-01-20, Olaf Scholz",
    "DEU, chancellor, 2025-06-01, Friedrich Merz",
    "FRA, president, 2025-06-01, Emmanuel Macron",
    "ISR, prime minister, 2025-06-01, Benjamin Netanyahu",
    "SYR, president, 2024-12-01, Bashar al-Assad",
    "CHN, foreign minister, 2023-03-01, Qin Gang",
    "NATO, leader, 2024-12-01, Mark Rutte",
    "UNO, un secretary-general, 2003-01-01, Kofi Annan",
    "EU, eu foreign policy chief, 2025-01-20, Kaja Kallas",
  })
  void knowsWhoHeldAnOffice(String country, String role, LocalDate day, String name) {
    Tenure holder = WHO.holder(country, role, day);

    assertThat(holder).extracting(tenure -> tenure.person().name()).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "Russia, 1987-04-07, SUN",
    "Russian, 1987-04-07, SUN",
    "Russia, 1992-01-01, RUS",
    "Soviet Union, 1987-04-07, SUN",
    "Soviet, 2025-01-01, SUN",
    "Yugoslavia, 1987-04-07, YUG",
    "Yugoslavia, 1999-04-07, SCG",
    "Germany, 1987-04-07, DEU",
    "East Germany, 1987-04-07, DDR",
    "the United States of America, 1987-04-07, ",
    "United States of America, 1987-04-07, USA",
    "U.S., 1987-04-07, USA",
    "Britain, 1987-04-07, GBR",
    "Türkiye, 2025-01-01, TUR",
    "turkiye, 2025-01-01, TUR",
  })
  void knowsWhichStateANameMeans(String name, LocalDate day, String code) {
    Country country = WHO.countryNamed(name, day);

    assertThat(country == null ? null : country.code()).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "Donald Trump, 2024-12-24, president-elect",
    "Donald Trump, 2025-02-24, president",
    "Marco Rubio, 2024-06-01, senator",
    "Marco Rubio, 2024-12-24, secretary of state-designate",
    "Mike Waltz, 2025-02-01, national security adviser",
    "Keith Kellogg, 2025-02-01, special envoy",
    "Dmitry Medvedev, 2025-02-01, deputy chairman of the security council",
    "Yuri Ushakov, 2025-02-01, presidential aide",
    "Alexander Darchiev, 2025-04-01, ambassador to the united states",
    "Max Kampelman, 1987-04-07, chief negotiator",
    "Yuri Dubinin, 1987-04-07, ambassador to the united states",
    "Jack Matlock, 1988-04-07, ambassador to the soviet union",
  })
  void knowsWhatSomebodyWas(String name, LocalDate day, String title) {
    Tenure tenure = WHO.persons(name).get(0).officeAt(day);

    assertThat(tenure).extracting(Tenure::title).isEqualTo(title);
  }

  @Test
  void knowsInstitutionsByAcronym() {
    assertThat(WHO.institutions("CIA")).extracting(Institution::country).containsExactly("USA");
    assertThat(WHO.institutions("nato")).extracting(Institution::country).containsExactly("NATO");
    assertThat(WHO.organ("RUS", "MFA")).isNotNull();
  }

  @Test
  void everyOfficeHolderServesAKnownStateOrOrganization() {
    assertThat(WHO.unknownCountries()).isEmpty();
  }

  @Test
  void aUserAddsAPerson() throws IOException {
    WhosWho who =
        load(
            "kind\tname\taliases\tcountry\toffice\trole\tfrom\n"
                + "person\tRufus Firefly\tFirefly\tFRA\tENVOY\tspecial envoy\t2025-03-01\n");

    Tenure tenure = who.persons("firefly").get(0).officeAt(LocalDate.of(2025, 6, 1));

    assertThat(tenure).extracting(Tenure::country).isEqualTo("FRA");
    assertThat(who.version()).isNotEqualTo(WHO.version());
  }

  @Test
  void aUserEndsATerm() throws IOException {
    WhosWho who =
        load(
            "# after the election\n"
                + "kind\tname\tid\tcountry\toffice\trole\tfrom\tto\n"
                + "person\tEmmanuel Macron\tQ3052772\tFRA\tHEAD_OF_STATE\tpresident\t2017-05-14\t2027-05-13\n"
                + "person\tJeanne Martin\t\tFRA\tHEAD_OF_STATE\tpresident\t2027-05-14\t\n");

    assertThat(who.holder("FRA", "president", LocalDate.of(2027, 5, 13)))
        .extracting(tenure -> tenure.person().name())
        .isEqualTo("Emmanuel Macron");
    assertThat(who.holder("FRA", "president", LocalDate.of(2027, 5, 20)))
        .extracting(tenure -> tenure.person().name())
        .isEqualTo("Jeanne Martin");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "person;A B;FRA;president;2025-13;|who.tsv:2: field 'from': '2025-13' is not a date (yyyy, yyyy-mm or yyyy-mm-dd)",
        "person;A B;FRA;president;2025;1999|who.tsv:2: field 'to': ends before it begins: 2025-01-01..1999-12-31",
        "person;;FRA;president;2025;|who.tsv:2: field 'name': is empty",
        "person;A B;;president;2025;|who.tsv:2: field 'country': is empty",
        "person;A B;FRA;juggler;2025;|who.tsv:2: field 'role': 'juggler' is no known role; name a known one in 'office'",
        "animal;A B;FRA;president;2025;|who.tsv:2: field 'kind': 'animal' is none of [person, country, institution, media, place, role]",
        "person;A B;FRA;president;2025;;x|who.tsv:2: has 7 cells for 6 columns",
      })
  void anErrorNamesLineAndField(String row, String message) {
    String table = "kind\tname\tcountry\trole\tfrom\tto\n" + row.replace(';', '\t') + "\n";

    assertThatThrownBy(() -> load(table)).isInstanceOf(WhosWhoException.class).hasMessage(message);
  }

  private static WhosWho load(String table) throws IOException {
    return WhosWho.load(new StringReader(table), "who.tsv");
  }
}
