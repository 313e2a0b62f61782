"""Short own lists of first names, places, peoples, titles, roles and words of organisations."""

from factcheck.split.words.word_set import word_set


def _pairs(text: str) -> dict[str, str]:
    return {key.strip(): value.strip() for key, _, value in (pair.partition("/") for pair in text.split(";"))}


MEN = word_set("""
    Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Alan Albert Alec Alejandro Aleksandr Alex Alexander
    Alexei Alfred Ali Allan Allen Alvin Amir Anatoly Anders Andre Andrea Andreas Andrei Andrew Andy
    Angelo Angus Anthony Antonio Antony Ari Arnold Arthur Asa Ashraf Austin Bahram Barack Barry Bashar
    Ben Benedict Benjamin Benny Bernard Bernie Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan
    Brent Brett Brian Bruce Bryan Byron Caleb Calvin Cameron Carl Carlos Cesar Chad Charles Charlie
    Chester Chris Christian Christoph Christopher Chuck Clarence Clark Claude Clayton Cliff Clifford
    Clint Clinton Cody Colin Conor Corey Cory Craig Curt Curtis Cyrus Dale Damian Damon Dan Daniel Danny
    Darrell Darren Dave David Davis Dean Denis Dennis Derek Devin Dick Diego Dimitri Dirk Dmitri Dmitry
    Dominic Don Donald Doug Douglas Drew Duncan Dustin Dwayne Dwight Dylan Earl Ed Eddie Edgar Eduardo
    Edward Edwin Eli Elias Elijah Elliot Elliott Emanuel Emmanuel Enrique Eric Erik Ernest Ethan Eugene
    Evan Everett Fabio Fadi Felipe Felix Fernando Floyd Francis Francisco Francois François Frank
    Frankie Franklin Fred Freddie Frederick Gabriel Garrett Gary Gavin Gene Geoff Geoffrey George Gerald
    Gerard Gerry Giorgio Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregg Gregory Guillermo Gus Guy
    Hamid Hans Harold Harrison Harry Harvey Hassan Hector Heinz Henri Henry Herbert Herman Howard Hugh
    Hugo Hussein Ian Ibrahim Igor Ilya Isaac Ismail Ivan Jack Jackson Jacob Jacques Jaime Jake James
    Jamie Jan Jared Jarrod Jason Javier Jay Jean Jeb Jeff Jefferson Jeffrey Jeremy Jerome Jerry Jesse
    Jesus Jim Jimmy Joaquin Joe Joel Johan Johann John Johnny Jon Jonas Jonathan Jordan Jorge Jose José
    Josef Joseph Josh Joshua Juan Juergen Jules Julian Julio Justin Karim Karl Keith Ken Kenneth Kent
    Kevin Khalid Khaled Kim Kirk Klaus Konstantin Kris Kurt Kyle Lamar Lance Larry Lars Laurence
    Lawrence Lee Len Leo Leon Leonard Leonid Leroy Leslie Lester Lewis Liam Lindsey Lionel Lloyd Logan
    Lou Louis Luca Lucas Luigi Luis Luke Mahmoud Malcolm Manuel Marc Marcel Marco Marcus Mario Mark
    Markus Marshall Martin Marty Marvin Masoud Mathias Matt Matteo Matthew Maurice Max Maxim Maxwell
    Mehmet Mel Melvin Michael Michel Mick Miguel Mikhail Mike Mikhail Milton Mitch Mitchell Mitt Mohamed
    Mohammad Mohammed Morgan Morris Moses Muhammad Murray Mustafa Nabil Narendra Nate Nathan Nathaniel
    Neal Ned Neil Nelson Newt Nicholas Nick Nicolas Nigel Nikita Nikolai Noah Noel Norman Oleg Oliver
    Omar Orlando Oscar Otto Owen Pablo Pascal Pat Patrick Paul Pavel Pedro Percy Pete Peter Phil Philip
    Philippe Phillip Pierre Piers Preston Rafael Raheem Rajiv Ralph Ramon Rand Randall Randy Raul Ravi
    Ray Raymond Recep Reggie Reince Reinhard Rene René Rex Reza Ricardo Rich Richard Rick Ricky Rob
    Robbie Robert Roberto Robin Rod Rodney Rodrigo Roger Roland Roman Ron Ronald Ronnie Ross Roy Ruben
    Rudolph Rudy Rupert Russ Russell Ryan Salman Sam Sami Samuel Sandro Saul Scott Sean Sebastian Serge
    Sergei Sergey Sergio Seth Shane Shaun Shawn Sheldon Sherman Shimon Sidney Silvio Simon Spencer Stan
    Stanley Stefan Stephen Sterling Steve Steven Stewart Stuart Taylor Ted Terence Terrence Terry Theo
    Theodore Thomas Tim Timothy Todd Tom Tommy Tony Travis Trent Trevor Trey Troy Tyler Vernon Victor
    Viktor Vince Vincent Vitaly Vladimir Volodymyr Wade Walid Wallace Walter Warren Wayne Wendell Wesley
    Wilbur Wilhelm Will William Willie Winston Wolf Wolfgang Woodrow Xavier Xi Yasser Yevgeny Yitzhak
    Yuri Yusuf Desmond Dermot Farid Callum Edmund Alban Piet Cyril Rupert Nigel Barnaby Rory Declan
    Eamon Cormac Niall Fergus Hamish Alasdair Ewan Angus Gareth Rhys Dafydd Owain Gethin Aidan Ciaran
    Finn Oisin Padraig Seamus Tomas Jakub Piotr Marek Andrzej Tadeusz Zbigniew Lech Jaroslaw Vaclav
    Milos Petr Jiri Janos Viktor Gabor Istvan Laszlo Ferenc Zoltan Andras Bela Imre Sandor Dusan Goran
    Zoran Dragan Nikola Aleksander Bogdan Mihai Nicolae Traian Klaus Florian Stefano Marcello Vincenzo
    Salvatore Gianni Alessandro Lorenzo Riccardo Massimo Mauro Sergio Dario Jordi Xavi Inigo Gonzalo
    Alvaro Ignacio Rafa Joaquim Joao João Tiago Rui Nuno Pedro Paulo Thiago Otavio Anselmo Ruben Arvid
    Sven Bjorn Björn Lars Nils Erik Olof Anders Magnus Gustav Axel Emil Leif Knut Harald Rolf Jens Soren
    Søren Mikkel Rasmus Aki Pekka Jukka Timo Matti Joost Jeroen Maarten Wim Jan-Willem Ruud Gerrit Bas
    Sander Thijs Hendrik Willem Wouter Dirk Lukas Jonas Matthias Tobias Jürgen Dieter Helmut Gerhard
    Horst Uwe Ralf Torsten Olaf Sigmar Christoph Wolfgang Günter Yitzhak Avi Ehud Moshe Shimon Yair
    Naftali Amos Uri Eitan Gilad Tariq Karim Nasser Anwar Hosni Saad Rafik Walid Samir Nabil Zaid Faisal
    Khalifa Hamad Rashid Saeed Majid Reza Javad Hossein Amir Arash Bijan Kamran Cyrus Ashok Rajesh
    Sanjay Anil Sunil Vijay Amit Arun Deepak Manmohan Rahul Pranab Arvind Imran Asif Nawaz Shahid Wasim
    Hiroshi Kenji Takashi Shinzo Junichiro Yukio Taro Satoshi Akira Jian Hao Jintao Keqiang Kofi Kwame
    Ngozi Olusegun Jacob Thabo Robert Emmerson Uhuru Raila Haile Abiy Hailemariam Selwyn Ansgar Teo Hugh
    Wilhelm Zack Trey Tucker Rand Thom Markwayne Tate Beto Cory Marco Mitt Newt Denny Kip Lyle Dewey
    Elmer Roscoe Rufus Cletus Ezra Silas Levi Asher Caleb Micah Nehemiah Josiah Jedediah Obadiah
    Thaddeus Cornelius Augustus Julius Marcus Lucius Titus Zachary Zack Zeke Benjamin Bibi Corey Huma
    """) - {"Huma", "Jordan", "Austin", "Orlando", "Jackson", "Jefferson"}
"""First names mostly of men."""

WOMEN = word_set("""
    Rowena Noor Hanne Wilhelmina Merrin Ifeoma Greta Oriel Tamsin Sunniva Maud Ness Anneke Ilse Joan
    Bronwen Cerys Ffion Sian Siân Niamh Siobhan Aoife Orla Sinead Maeve Ciara Roisin Fionnuala Morag
    Isla Eilidh Kirsty Shona Mhairi Agnieszka Magda Magdalena Katarzyna Malgorzata Beata Ewa Zofia Jana
    Petra Zuzana Ivana Katalin Eszter Zsuzsa Mihaela Ioana Elena Simona Chiara Giorgia Federica Paola
    Silvia Laura Giovanna Alessandra Valentina Beatriz Pilar Montserrat Nuria Inés Ines Carme Soraya
    Yolanda Esperanza Dolores Consuelo Rocio Ximena Fernanda Renata Dilma Gloria Marta Mariana Catarina
    Ana Joana Filipa Astrid Ingrid Sigrid Solveig Gro Karin Annika Birgitta Ulla Britta Helle Mette Pia
    Tarja Sanna Riikka Anneli Margriet Saskia Femke Marijke Annelies Katja Heike Ursula Annegret Sahra
    Birgit Renate Gudrun Elke Angela Tzipi Golda Ayelet Shelly Merav Hanan Leila Layla Samira Rania Dina
    Hala Noura Fatma Aisha Maryam Mariam Shirin Nasrin Narges Shahla Farida Benazir Malala Hina Asma
    Indira Priyanka Sushma Mamata Pratibha Arundhati Kiran Meera Lakshmi Yuko Yuriko Keiko Naoko Sadako
    Michiko Xiu Winnie Graca Graça Ellen Joyce Ngozi Wangari Chimamanda Amina Hawa Fatou Aminata Oumou
    Zanele Nomvula Thuli Kaylee Maya Nia Aaliyah Latoya Tanisha Keisha Shaniqua Lakeisha Kizzy Tulsi
    Nikki Kamala Ilhan Rashida Ayanna Pramila Nydia Lucille Loretta Rosie Debbie Cathy Dianne Maxine
    Barbara Zoe Hadley Harper Piper Skylar Peyton Brooke Paige Kayleigh Kirstjen Kellyanne Sarah Betsy
    Elaine Abby Abigail Adriana Agnes Aisha Alexandra Alexis Alice Alicia Alison Allison Alma Amal
    Amanda Amber Amelia Amina Amy Ana Anastasia Angela Angelina Anita Ann Anna Anne Annette Annie
    Arianna Ashley Audrey Barbara Beatrice Becky Bella Bernadette Bernice Beth Betsy Betty Beverly
    Blanca Bonnie Brenda Brianna Bridget Brittany Camilla Camille Candace Carla Carly Carmen Carol
    Carole Caroline Carolyn Carrie Cassandra Catherine Cathy Cecilia Celeste Celine Charlene Charlotte
    Chelsea Cheryl Chloe Christie Christina Christine Cindy Claire Clara Claudia Colleen Connie
    Constance Courtney Crystal Cynthia Daisy Dana Danielle Daphne Darlene Dawn Debbie Deborah Debra
    Denise Diana Diane Dianne Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena
    Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica Erika Erin Esther Eva Eve Evelyn
    Faith Farah Fatima Felicia Fiona Flora Florence Frances Francesca Gabriela Gabrielle Gail Gennifer
    Georgia Geraldine Gertrude Gina Ginger Giulia Gladys Glenda Gloria Grace Greta Gretchen Gwen Hanna
    Hannah Harriet Heather Heidi Helen Helena Hillary Holly Hope Huma Ida Ilse Ines Ingrid Irene Iris
    Irina Isabel Isabella Isabelle Ivanka Ivy Jackie Jacqueline Jan Jane Janet Janice Jasmine Jeanette
    Jeanne Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Jocelyn Jody Joy Joyce Juanita Judith
    Judy Julia Juliana Julie June Kamala Karen Karin Karla Kate Katharine Katherine Kathleen Kathryn
    Kathy Katie Katrina Katy Kay Kayla Kaylee Kelly Kellyanne Khadija Kirsten Kristen Kristin Kristina
    Lana Latifa Laura Lauren Leah Leila Lena Lesley Leticia Lillian Lily Linda Lisa Liz Lois Lola Lora
    Loretta Lori Lorraine Louise Lucia Lucy Lydia Lynn Mabel Madeleine Madeline Maggie Maia Mandy Marcia
    Margaret Margarita Maria María Marian Mariana Marie Marilyn Marina Marine Marion Marissa Marjorie
    Marlene Marsha Martha Mary Maureen Maya Megan Megyn Meghan Melanie Melania Melinda Melissa Mercedes
    Meredith Mia Michelle Mildred Mira Miranda Miriam Moira Mollie Molly Mona Monica Muriel Myra Nadia
    Nancy Naomi Natalia Natalie Natasha Nicole Nikki Nina Nora Norma Olga Olivia Paige Pamela Patti
    Patrice Patricia Patty Paula Pauline Peggy Penelope Penny Phyllis Polly Priscilla Rachel Ramona
    Rebecca Regina Renee Rhonda Rita Roberta Rosa Rosalie Rose Rosemary Roxanne Ruby Ruth Sabrina Sadie
    Sally Samantha Sandra Sandy Sara Sarah Savannah Shannon Sharon Sheila Shelby Shelley Sherry Shireen
    Shirley Sofia Sonia Sophia Sophie Stacey Stacy Stella Stephanie Sue Summer Susan Susanna Susanne
    Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Terri Tess Theresa Tiffany Tina Tracy
    Trisha Trudy Ursula Valentina Valerie Vanessa Vera Veronica Vicki Vicky Victoria Viola Violet
    Virginia Vivian Wanda Wendy Whitney Whoopi Winifred Yasmin Yolanda Yvette Yvonne Zahra Zainab Zoe
    """) - {
    "Georgia",
    "Virginia",
    "Charlotte",
    "Savannah",
    "Chelsea",
    "Florence",
    "Marine",
    "Hope",
    "Faith",
    "June",
}
"""First names mostly of women."""

EITHER = word_set("""
    Kim Robin Pat Chris Alex Sam Taylor Jordan Morgan Casey Jamie Leslie Lindsey Kelly Tracy Dana Terry
    Lee Jan Jean Andrea Shannon Stacy Ashley Whitney Marion Courtney Jackie Jo Kerry Jody Corey Cameron
    Dylan Logan Avery Riley Quinn Reese Skyler Blake Drew Devin Frankie Charlie Billie Bobbie Jess Max
    Nicky Ali Noel Carmen Angel Kris
    """)
"""First names of men and women alike."""

SOFT_FIRST = word_set(
    "Hope Faith June Jordan Austin Jackson Jefferson Charlotte Chelsea Virginia Georgia Marine Sean"
)
"""First names that are other words as well: they count with a surname behind them."""

COUNTRIES = _pairs(
    """
    Afghanistan/Afghan; Albania/Albanian; Algeria/Algerian; Argentina/Argentine; Armenia/Armenian;
    Australia/Australian; Austria/Austrian; Azerbaijan/Azerbaijani; Bahrain/Bahraini;
    Bangladesh/Bangladeshi; Belarus/Belarusian; Belgium/Belgian; Bolivia/Bolivian; Bosnia/Bosnian;
    Brazil/Brazilian; Britain/British; Bulgaria/Bulgarian; Cambodia/Cambodian; Cameroon/Cameroonian;
    Canada/Canadian; Chad/Chadian; Chile/Chilean; China/Chinese; Colombia/Colombian; Congo/Congolese;
    Croatia/Croatian; Cuba/Cuban; Cyprus/Cypriot; Denmark/Danish; Ecuador/Ecuadorian; Egypt/Egyptian;
    England/English; Estonia/Estonian; Ethiopia/Ethiopian; Finland/Finnish; France/French; Georgia/Georgian;
    Germany/German; Ghana/Ghanaian; Greece/Greek; Guatemala/Guatemalan; Haiti/Haitian; Honduras/Honduran;
    Hungary/Hungarian; Iceland/Icelandic; India/Indian; Indonesia/Indonesian; Iran/Iranian; Iraq/Iraqi;
    Ireland/Irish; Israel/Israeli; Italy/Italian; Jamaica/Jamaican; Japan/Japanese; Jordan/Jordanian;
    Kazakhstan/Kazakh; Kenya/Kenyan; Kosovo/Kosovar; Kuwait/Kuwaiti; Kyrgyzstan/Kyrgyz; Laos/Laotian;
    Latvia/Latvian; Lebanon/Lebanese; Liberia/Liberian; Libya/Libyan; Lithuania/Lithuanian;
    Malaysia/Malaysian; Mali/Malian; Malta/Maltese; Mexico/Mexican; Moldova/Moldovan; Mongolia/Mongolian;
    Montenegro/Montenegrin; Morocco/Moroccan; Mozambique/Mozambican; Myanmar/Burmese; Nepal/Nepali;
    Netherlands/Dutch; Nicaragua/Nicaraguan; Niger/Nigerien; Nigeria/Nigerian; Norway/Norwegian; Oman/Omani;
    Pakistan/Pakistani; Panama/Panamanian; Paraguay/Paraguayan; Peru/Peruvian; Philippines/Philippine;
    Poland/Polish; Portugal/Portuguese; Qatar/Qatari; Romania/Romanian; Russia/Russian; Rwanda/Rwandan;
    Scotland/Scottish; Senegal/Senegalese; Serbia/Serbian; Singapore/Singaporean; Slovakia/Slovak;
    Slovenia/Slovenian; Somalia/Somali; Spain/Spanish; Sudan/Sudanese; Sweden/Swedish; Switzerland/Swiss;
    Syria/Syrian; Taiwan/Taiwanese; Tajikistan/Tajik; Tanzania/Tanzanian; Thailand/Thai; Tunisia/Tunisian;
    Turkey/Turkish; Turkmenistan/Turkmen; Uganda/Ugandan; Ukraine/Ukrainian; Uruguay/Uruguayan;
    Uzbekistan/Uzbek; Venezuela/Venezuelan; Vietnam/Vietnamese; Wales/Welsh; Yemen/Yemeni; Zambia/Zambian;
    Zimbabwe/Zimbabwean; America/American; Palestine/Palestinian; Vatican/; Europe/European; Africa/African;
    Asia/Asian; Crimea/Crimean; United     States/U.S.; United Kingdom/U.K.; Saudi Arabia/Saudi; South
    Korea/South Korean; North Korea/North     Korean; South Africa/South African; New Zealand/
    """
)
"""Countries and continents with the word for their people."""

PEOPLES = frozenset(filter(None, COUNTRIES.values())) | word_set("""
    Republican Democratic Democrat Muslim Christian Jewish Catholic Protestant Sunni Shiite Kurdish Arab
    Latino Hispanic Black White Evangelical Mormon Persian Soviet Roman Texan Californian Western
    Eastern Northern Southern Israeli-Iranian Russian-backed US American-Iranian Anglo-American
    Republicans Democrats Muslims Christians Jews Catholics Sunnis Shiites Kurds Arabs Latinos Hispanics
    Evangelicals Mormons Russians Americans Iranians Israelis Palestinians Germans Europeans Africans
    Asians Mexicans Canadians Syrians Iraqis Afghans Indians Pakistanis Turks Ukrainians Italians
    Spaniards Britons Texans Californians Conservatives Liberals Conservative Liberal Labour Tory Tories
    Islamist Islamic Zionist Communist Nazi Nazis Marxist Libertarian Libertarians Greens
    """)
"""Words for peoples, faiths and parties."""

PLACES = word_set("""
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
    Vermont Virginia Wisconsin Wyoming Washington Manhattan Brooklyn Queens Bronx Chicago Houston
    Philadelphia Phoenix Dallas Austin Detroit Memphis Boston Seattle Denver Baltimore Milwaukee
    Portland Tucson Fresno Sacramento Atlanta Miami Oakland Minneapolis Tulsa Cleveland Tampa Orlando
    Cincinnati Pittsburgh Toledo Newark Buffalo Charleston Charlotte Columbus Indianapolis Nashville
    Albany Harlem Hollywood Guantanamo Benghazi London Paris Berlin Moscow Tehran Beijing Tokyo Seoul
    Pyongyang Delhi Mumbai Kabul Baghdad Damascus Aleppo Mosul Beirut Jerusalem Gaza Ramallah Cairo
    Tripoli Riyadh Doha Dubai Ankara Istanbul Athens Rome Milan Madrid Barcelona Lisbon Brussels
    Amsterdam Geneva Zurich Vienna Prague Warsaw Budapest Bucharest Sofia Belgrade Kiev Kyiv Minsk
    Vilnius Riga Tallinn Helsinki Stockholm Oslo Copenhagen Dublin Edinburgh Glasgow Belfast Manchester
    Liverpool Birmingham Toronto Ottawa Montreal Vancouver Havana Caracas Bogota Lima Santiago Brasilia
    Nairobi Johannesburg Lagos Sydney Melbourne Canberra Shanghai Taipei Manila Jakarta Bangkok Hanoi
    Singapore Islamabad Karachi Lahore Dhaka Donetsk Kharkiv Ferguson Harare Mogadishu Khartoum Kigali
    Kampala Addis Tunis Algiers Rabat Amman Sanaa Muscat Ashgabat Tashkent Astana Baku Yerevan Tbilisi
    Hamburg Munich Frankfurt Cologne Marseille Lyon Nice Naples Venice Florence Turin
    """) | word_set(
    "Appalachia Caucasus Scandinavia Siberia Kurdistan Catalonia Bavaria Balkans Caribbean Arctic Antarctica"
)
"""States and cities of one word."""

PLACE_HEADS = word_set("""
    City County Island Islands River Lake Mountain Mountains Valley Beach Bay Ocean Sea Strait Peninsula
    Street Avenue Road Boulevard Square Park Heights Hills Springs Falls Airport Province State District
    Village Town Border Coast Harbor Desert Canal Gulf Corridor Region Canyon Forest Plaza Bridge Drive
    Lane Highway
    """)
"""Last words of names of places."""

PLACE_FIRST = word_set("""
    New North South East West San Santa Los Las Saint St Fort Mount Mt Lake Cape Port El La Long Staten
    Rhode Des Baton Saudi Hong Sri Costa Puerto Buenos Rio Tel Kuala Abu Salt Palm Silicon Red Middle
    Northern Southern Eastern Western Central Upper Lower Great
    """)
"""First words of names of places."""

ORGANISATION_HEADS = word_set("""
    University College School Institute Institution Academy Committee Commission Council Court
    Department Ministry Agency Bureau Office Administration Authority Association Organization
    Organisation Federation Union League Party Congress Senate House Parliament Assembly Government
    Cabinet Bank Fund Foundation Trust Group Company Corporation Corp Inc Ltd LLC Co Partners Holdings
    Industries Enterprises Airlines Airways Motors Systems Technologies Pharmaceuticals Times Post
    Journal Herald Tribune Globe Gazette Chronicle Observer Guardian Telegraph Mail Examiner Register
    Inquirer Sun Star Magazine Review Press News Network Radio Television TV Broadcasting Media Report
    Reports Center Centre Hospital Clinic Museum Library Church Army Navy Force Forces Guard Police
    Service Services Corps Command Team Campaign Project Initiative Coalition Alliance Movement Caucus
    Conference Convention Society Club Board Panel Task Reserve Treasury Exchange Securities Capital
    Laboratory Laboratories Labs Studios Records Pictures Entertainment Brothers Sons Associates LLP PLC
    PAC PACs Democrats Republicans Brotherhood Front Army Militia Kremlin Pentagon Hezbollah Hamas
    Taliban Fed Facebook Google Twitter Apple Amazon Microsoft Reuters Bloomberg Politico Breitbart
    Gallup Quinnipiac Interpol Hill Vatican Survey Poll Tank Watch Rights Workers Teachers Lawyers
    Voters Veterans Studies Affairs Program Programme Training
    """)
"""Words that make a name one of an organisation when it ends in one of them."""

ORGANISATIONS = word_set("""
    Kremlin Pentagon Hezbollah Hamas Taliban Fed Facebook Google Twitter Apple Amazon Microsoft Reuters
    Bloomberg Politico Breitbart Gallup Quinnipiac Interpol Congress Senate Parliament Treasury Vatican
    Wikipedia WikiLeaks Wikileaks Uber Boeing Toyota Exxon Walmart Netflix Tesla BuzzFeed Slate Vox
    Newsweek Snopes PolitiFact Newsmax Mossad Fatah Houthi Houthis Interfax Tass Xinhua Qaeda Medicare
    Medicaid Brexit Nasdaq YouTube Instagram Yahoo Rasmussen Marist Monmouth Pew Esquire Forbes Fortune
    Univision Telemundo Goldman Walgreens Starbucks Instagram
    """) - {"Brexit", "Medicare", "Medicaid"}
"""Organisations of one word."""

HONORIFICS = word_set(
    "Mr Mrs Ms Mx Miss Dr Sir Dame Lord Lady Madam Mme Herr Frau Señor Don Imam Sheikh Rabbi Pope"
)
"""Forms of address: they say that a person's name follows."""

HER = word_set(
    "Mrs Ms Miss Dame Lady Madam Mme Frau Queen Princess Congresswoman Councilwoman Sister Duchess Sra"
)
HIS = word_set(
    "Mr Sir Lord Herr King Prince Pope Congressman Councilman Father Brother Duke Imam Sheikh Rabbi Señor"
)
"""Titles that tell a gender."""

TITLE_WORDS = (
    HONORIFICS
    | HER
    | HIS
    | word_set("""
    President Vice Presidents Senator Senators Sen Sens Representative Representatives Rep Reps
    Congressman Governor Governors Gov Govs Mayor Secretary Minister Ministers Chancellor Premier Judge
    Justice Justices Chief General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt
    Admiral Adm Commander Cmdr Corporal Private Officer Detective Sheriff Deputy Attorney Ambassador
    Envoy Speaker Leader Whip Chairman Chairwoman Chair Director Commissioner Superintendent Professor
    Prof Reverend Rev Bishop Archbishop Cardinal Father Pastor King Prince Emperor Ayatollah Mullah
    Assemblyman Assemblywoman Alderman Councilman Delegate Coach Manager Editor Reporter Correspondent
    Anchor Host Spokesman Spokeswoman Spokesperson Adviser Advisor Strategist Candidate Nominee
    Treasurer Comptroller Prosecutor Inspector Agent Marshal Warden Principal Dean Provost Economist
    Analyst Counsel Counselor CEO CFO COO Former Acting Deputy-Secretary Staff Executive Presidential
    Prime Defense Foreign Interior Supreme Solicitor Majority Minority Assistant Associate Senior
    Then-President Then-Secretary Then-Sen Ex-President Crown First Colleague Surgeon Republican
    Democratic Independent Libertarian GOP Democrat Billionaire Businessman State U.S. US District Sens.
    Reps.
    """)
)
"""Words of titles that stand before a name, in capitals."""

TITLE_HEADS = TITLE_WORDS - word_set("""
    Vice Chief Former Acting Staff Executive Presidential Prime Defense Foreign Interior Supreme
    Majority Minority Assistant Associate Senior Crown First Republican Democratic Independent
    Libertarian GOP Democrat State U.S. US District Attorney General Deputy Private Major
    """) | word_set("General Gen Chief Deputy Attorney Major")
"""Title words that can stand last before the name."""

OFFICES = word_set("""
president vice-president premier chancellor minister secretary senator congressman congresswoman
representative governor mayor councillor ambassador judge justice sheriff captain colonel lieutenant sergeant
admiral commander king queen prince princess duke duchess emperor sultan emir sheikh shah pope cardinal
archbishop bishop rabbi imam ayatollah pastor professor speaker commissioner madam lord
""")
"""Offices that stand in capitals before a name, or alone for whoever holds them."""

DEPARTMENTS = word_set("""
    State Defense Defence Treasury Labor Labour Commerce Education Energy Transportation Justice
    Interior Agriculture Health Homeland Security Veterans Affairs National Intelligence Housing Finance
    Information Foreign the Staff Human Services Urban Development Communications Operations Policy and
    """)
"""What a “Secretary of …” or “Director of …” is of."""

ROLE_NOUNS = word_set("""
    president senator representative congressman congresswoman governor mayor secretary minister
    chancellor premier judge justice general colonel captain lieutenant sergeant admiral commander
    officer detective sheriff deputy attorney ambassador envoy speaker leader whip chairman chairwoman
    chair chairperson director commissioner superintendent professor reverend bishop archbishop cardinal
    pastor king queen prince princess coach manager editor reporter journalist correspondent anchor host
    columnist commentator spokesman spokeswoman spokesperson adviser advisor aide strategist consultant
    candidate nominee frontrunner front-runner contender treasurer prosecutor inspector agent economist
    analyst researcher scientist historian scholar expert author writer novelist poet philosopher lawyer
    counsel counselor doctor physician psychologist psychiatrist nurse teacher student pollster activist
    organizer organiser founder co-founder owner partner executive ceo businessman businesswoman
    billionaire entrepreneur developer investor banker donor fundraiser operative surrogate ally
    supporter critic opponent rival challenger incumbent lawmaker legislator congressperson official
    diplomat magistrate skipper captain politician democrat republican conservative progressive
    libertarian veteran soldier pilot astronaut actor actress singer musician rapper comedian director
    producer filmmaker celebrity star athlete player model wife husband son daughter father mother
    brother sister niece nephew cousin uncle aunt grandfather grandmother grandson granddaughter friend
    neighbor neighbour colleague counterpart boss chief head member delegate voter resident witness
    victim survivor suspect defendant plaintiff juror assistant associate fellow emeritus dean lecturer
    engineer architect farmer miner worker pastor priest rabbi imam chef designer photographer artist
    vice-president mogul magnate real-estate tycoon hopeful whistleblower contractor coordinator
    """)
"""What a person can be, in small letters: heads of roles and appositions."""

WOMEN_ROLES = word_set("""
    spokeswoman congresswoman chairwoman businesswoman wife mother daughter sister actress niece aunt
    grandmother widow queen princess girlfriend woman councilwoman saleswoman
    """)
"""Roles of women."""

MEN_ROLES = word_set("""
    spokesman congressman chairman businessman husband father son brother actor nephew uncle grandfather
    widower king prince boyfriend man councilman salesman anchorman
    """)
"""Roles of men."""

SAME_ROLES = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "pres": "president",
    "gen": "general",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "adm": "admiral",
    "maj": "major",
    "atty": "attorney",
    "congressman": "representative",
    "congresswoman": "representative",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "aide": "adviser",
    "advisor": "adviser",
    "chairwoman": "chairman",
    "chair": "chairman",
}
"""Words for the same role, and the one that stands for them."""
