"""Given names and the titles that stand before a person's name."""

GIVEN = """
Aaron Abby Abdul Abdullah Abigail Abraham Ada Adam Adele Adrian Agnes Ahmad Ahmed Aidan Aisha Alan
Alastair Albert Alberto Aleksandr Alex Alexander Alexandra Alexei Alexis Alfonso Alfred Ali Alice Alicia
Alison Allan Allen Alvin Alyssa Amanda Amber Amir Amy Ana Anastasia Andrea Andreas Andrei Andrew Andrey
Andy Angela Angelina Angus Anita Ann Anna Anne Annie Anthony Antoine Anton Antonio April Archie Ariana
Ariel Arjun Arlene Arnold Arthur Arturo Asif Ashley Ashraf Astrid Aung Audrey Augusto Aurora Ava Avi
Ayman Aziz Barack Barbara Barry Bart Bashar Beatrice Becky Ben Benedict Benjamin Benny Bernard Bernie
Bert Beth Betty Beverly Bianca Bill Billy Blake Bob Bobby Bonnie Boris Brad Bradley Brandon Brenda
Brendan Brett Brian Brianna Bridget Bruce Bruno Bryan Caitlin Caleb Calvin Cameron Camilla Carl Carla
Carlo Carlos Carmen Carol Carole Caroline Carolyn Carrie Cassandra Catherine Cathy Cecilia Cedric Celia
Cesar Chad Charles Charlie Charlotte Chelsea Cheryl Chester Chloe Chris Christian Christina Christine
Christopher Cindy Claire Clara Clarence Claude Claudia Clement Cliff Clifford Clinton Clive Colin
Colleen Connor Conor Conrad Constance Cory Courtney Craig Cristiano Cristina Curtis Cynthia Daisy Dale
Damian Dan Dana Daniel Daniela Danielle Danny Daphne Darius Darrell Darren Dave David Dawn Dean Deborah
Debra Declan Deirdre Demetrius Denis Denise Dennis Derek Desmond Diana Diane Diego Dieter Dimitri Dirk
Dmitry Dmitri Dolores Dominic Dominique Don Donald Donna Dora Doris Dorothy Doug Douglas Drew Duncan
Dustin Dwight Dylan Earl Ebrahim Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Eleanor
Elena Eli Elias Elijah Elisabeth Eliza Elizabeth Ella Ellen Ellie Elliot Elon Elsa Emil Emilia Emilio
Emily Emma Emmanuel Enrique Eric Erica Erik Erika Ernest Ernesto Erin Esther Ethan Eugene Eva Evan Eve
Evelyn Evgeny Ezra Fabio Faisal Farah Farid Fatima Faye Felicity Felipe Felix Ferdinand Fernando Fidel
Fiona Florian Frances Francesca Francesco Francis Francisco Frank Franklin Franz Fred Freddie Frederick
Fritz Gabriel Gabriela Gareth Gary Gavin Gemma Gene Geoff Geoffrey George Georgia Georgina Gerald
Geraldine Gerard Gerhard Gianni Gideon Gilbert Gina Giorgio Giovanni Giulia Giuseppe Gladys Glen Glenn
Gloria Gordon Grace Graham Grant Greg Gregory Greta Guillermo Gus Gustav Guy Gwen Hamid Hank Hannah Hans
Harold Harriet Harry Harvey Hassan Hazel Heather Hector Heidi Heinrich Helen Helena Helmut Henri Henrik
Henry Herbert Herman Hilary Hillary Hiroshi Holly Hosni Howard Hubert Hugh Hugo Humphrey Hussein Ian
Ibrahim Ida Igor Ilya Imran Ingrid Irene Iris Irving Isaac Isabel Isabella Ismail Ivan Ivanka Jack
Jackie Jackson Jacob Jacqueline Jacques Jake Jamal James Jamie Jan Jana Jane Janet Janice Jared Jasmine
Jason Javier Jay Jean Jeanne Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jessie Jesus
Jill Jim Jimmy Jin Jo Joan Joanna Joanne Joao João Jodie Joe Joel Johan Johann Johannes John Johnny Jon
Jonas Jonathan Jordan Jorge Jose José Josef Joseph Josephine Josh Joshua Joy Joyce Juan Juanita Judith
Judy Julia Julian Juliana Julie Juliet Julius June Jurgen Jürgen Justin Kai Kamal Kamala Karen Karim
Karin Karl Kate Katerina Kathleen Kathryn Kathy Katie Katrina Kay Keith Kelly Ken Kendall Kenneth Kenny
Kerry Kevin Khaled Khalid Kieran Kim Kimberly Kirk Kirsten Klaus Kofi Konrad Kristen Kristin Kristina
Kurt Kyle Lachlan Lana Larry Lars Laura Lauren Laurence Laurent Laurie Lawrence Lea Leah Lee Leila Lena
Leo Leon Leonard Leonardo Leonid Leroy Leslie Lewis Li Liam Lily Lina Linda Lindsay Lindsey Lionel Lisa
Liz Lloyd Logan Lois Lola Lorenzo Lorraine Louis Louise Luc Luca Lucas Lucia Lucy Luigi Luis Luiz Luke
Lydia Lynn Madeleine Madison Maggie Mahmoud Malcolm Manuel Marc Marcel Marco Marcos Marcus Margaret
Margot Maria María Marian Marianne Marie Marilyn Marina Mario Marion Marjorie Mark Marlene Marlon Marta
Martha Martin Martina Marvin Mary Maryam Masoud Massimo Mateo Matt Matteo Matthew Matthias Maureen
Maurice Max Maxim Maxine Maya Megan Mehdi Mehmet Mel Melania Melanie Melinda Melissa Mercedes Meredith
Michael Michel Michele Michelle Miguel Mikael Mike Mikhail Mildred Miles Milo Milton Mina Miranda Miriam
Mitch Mitchell Mohamed Mohammad Mohammed Mohamud Moira Molly Mona Monica Monique Morgan Moses Muhammad
Muriel Mustafa Nadia Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Neil Nelson Nicholas
Nick Nicola Nicolas Nicole Niels Nigel Nikita Nikki Nikola Nikolai Nina Noah Noam Noel Nora Norma Norman
Oleg Olga Oliver Olivia Omar Oprah Oscar Osama Otto Owen Pablo Paige Pamela Paolo Pascal Pat Patricia
Patrick Paul Paula Paulo Pauline Pavel Pedro Peggy Penelope Penny Percy Perry Pete Peter Petra Phil
Philip Philippe Phillip Phoebe Phyllis Pierre Piers Polly Preston Priya Rachel Rafael Rahul Raj Rajiv
Ralph Ramon Randall Randy Raphael Raul Raúl Ravi Ray Raymond Rebecca Recep Reggie Regina Reginald Rene
René Rex Rhys Ricardo Richard Rick Ricky Rita Rob Robert Roberta Roberto Robin Robyn Rodney Rodrigo
Roger Roland Roman Ron Ronald Ronnie Rory Rosa Rosalind Rose Rosemary Ross Roxanne Roy Ruby Rudolf Rudy
Rupert Russell Ruth Ryan Sabrina Saddam Sajid Salim Sally Salman Salvador Sam Samantha Samir Samuel
Sandra Sandy Sanjay Santiago Sara Sarah Sasha Saul Scott Sean Sebastian Sergei Sergey Sergio Seth Shane
Shannon Sharon Shaun Shawn Sheila Shelley Sheryl Shinzo Shirley Shireen Sidney Silvia Silvio Simon
Simone Sofia Sonia Sophia Sophie Spencer Stacey Stan Stanley Stefan Stefano Stella Stephanie Stephen
Steve Steven Stewart Stuart Sue Susan Susanna Suzanne Svetlana Sven Sylvia Sylvie Tamara Tammy Tania
Tanya Tara Tariq Tatiana Ted Teresa Terence Terry Tessa Thabo Theo Theodore Theresa Thomas Tiffany Tim
Timothy Tina Toby Todd Tom Tommy Tomas Toni Tony Tracey Tracy Trevor Tristan Troy Tyler Tyrone Ulrich
Uma Umberto Ursula Valentina Valerie Vanessa Vaughn Vera Vernon Veronica Vicki Vicky Victor Victoria
Viktor Vincent Viola Violet Virginia Vivian Vladimir Volodymyr Wade Wallace Walt Walter Wanda Warren
Wayne Wendy Werner Wesley Wilfred Will Willem William Willie Wilson Winston Wolfgang Xavier Xi Yasmin
Yasser Yitzhak Yolanda Yoko Yuri Yusuf Yvonne Zachary Zainab Zara Zeinab Zhang Zoe Nana Benazir Indira
Ban Hu Deng Mao Ho Kwame
"""
"""Given names that news prose knows, many languages, no claim to be complete."""

TITLES = """
President Vice-President Premier Chancellor Minister Secretary Senator Sen Sens Congressman
Congresswoman Representative Rep Reps Governor Gov Mayor Councillor Councilor Councilman Councilwoman
Ambassador Judge Justice Sheriff Chief Captain Capt Colonel Col General Gen Lieutenant Lt Major Maj
Sergeant Sgt Corporal Cpl Private Admiral Adm Commander Cmdr Officer Detective Inspector Constable
Superintendent King Queen Prince Princess Duke Duchess Lord Lady Sir Dame Baron Baroness Count Countess
Earl Emperor Sultan Emir Sheikh Shah Pope Cardinal Archbishop Bishop Father Reverend Rev Rabbi Imam
Ayatollah Mullah Pastor Sister Brother Saint Professor Prof Doctor Dr Mr Mrs Ms Miss Mx Messrs Madam
Chairman Chairwoman Chair Director Coach Manager Speaker Attorney Commissioner Prosecutor Uncle Aunt
Comrade
"""
"""Words that stand before a person's name."""
