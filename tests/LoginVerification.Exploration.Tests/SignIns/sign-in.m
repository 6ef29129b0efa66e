-- Sign-ins, written by hand from the design, for Rumur. It shares no line with the library, nor with sign-in.pml.
--
--   rumur --deadlock-detection off --output model.c sign-in.m
--   gcc -std=c11 -O2 -mcx16 -o model model.c -lpthread      (-mcx16 on x86-64 alone)
--   ./model
--
-- States and rules fired are those of the explorer. Tests write other bounds into the constants.
-- CALM 1: at some point nothing adverse happens any more, and who signs in and time alone act: whoever can be reached then comes in.
-- CALM 2: the same, and staff act as well: whoever is protected then comes in, or is let out of the protection.

const
  MOST_SENDS: 2;
  CODE_TRIES: 1;
  NUMBER_TRIES: 1;
  EVERY_FAILURES: 1;
  FINAL_FAILURES: 2;
  BACKUP_CODES: 1;
  NEW_CODE_ON_RESEND: 0;
  STOP_REMOVES_PHONE: 0;
  DOUBT_DISABLES: 0;
  CALM: 0;

type
  channel: enum { nothing, sms, app };
  standing: enum { good, stopped, changed_hands };
  question: enum { none, open, said_yes };
  actor: enum { owner, staff, network };

var
  asked: channel;
  number: standing;
  bound: boolean;
  phase: question;
  proven: boolean;
  wrong: 0..CODE_TRIES + NUMBER_TRIES;
  earlier: 0..MOST_SENDS;
  own: 0..MOST_SENDS;
  waits: boolean;
  failures: 0..FINAL_FAILURES;
  locked: boolean;
  papers: 0..BACKUP_CODES;
  paper_failures: 0..FINAL_FAILURES;
  papers_locked: boolean;
  calm: boolean;
  came_in: boolean;

function reaches(over: channel): boolean; begin
  if over = app then return bound; endif;
  return over = sms & number = good;
end;

function may_ask(): boolean; begin return asked != nothing & reaches(asked) & !locked; end;
function may_send(): boolean; begin return earlier + own < MOST_SENDS & !waits; end;
function is_asked(over: channel): boolean; begin return asked = over & phase != none; end;
function locks(count: 0..FINAL_FAILURES): boolean; begin return count % EVERY_FAILURES = 0 | count = FINAL_FAILURES; end;
function staff_act(): boolean; begin return !calm | CALM = 2; end;

procedure close(); begin
  phase := none;
  proven := false;
  wrong := 0;
  earlier := earlier + own;
  own := 0;
end;

procedure ask(); begin
  close();
  phase := open;
  own := 1;
  waits := true;
end;

procedure fail(tries: 1..CODE_TRIES + NUMBER_TRIES); begin
  wrong := wrong + 1;
  failures := failures + 1;
  locked := locks(failures);
  if wrong = tries then close(); endif;
end;

procedure let_in(); begin
  assert "a browser is let in by a proof alone" proven;
  came_in := calm;
end;

procedure succeed(); begin
  let_in();
  own := 0;
  close();
  waits := false;
  failures := 0;
  locked := false;
end;

procedure unprotect(who: actor); begin
  assert "protection is ended by the owner or by staff" who != network;
  close();
  asked := nothing;
  papers := 0;
end;

procedure doubt(); begin
  close();
  number := changed_hands;
end;

startstate begin
  asked := nothing; number := good; bound := false; phase := none; proven := false; wrong := 0; earlier := 0; own := 0; waits := false;
  failures := 0; locked := false; papers := 0; paper_failures := 0; papers_locked := false; calm := false; came_in := false;
end;

-- A browser.

rule "begin" may_ask() & may_send() & !(asked = sms & phase != none) ==> begin ask(); end;
rule "begin, the same browser" may_ask() & may_send() & phase = none ==> begin ask(); end;
rule "begin, sends held back" !calm & may_ask() & may_send() & asked = app ==> begin ask(); end;
rule "begin, risk too high" !calm & may_ask() & may_send() & asked = app ==> begin ask(); end;
rule "begin, the code's key retired" !calm & may_ask() & may_send() ==> begin ask(); end;

rule "resend" phase = open & may_ask() & may_send() ==> begin
  if asked = sms & NEW_CODE_ON_RESEND = 1 then ask(); else own := own + 1; waits := true; endif;
end;

rule "the right code" is_asked(sms) & !locked ==> begin proven := true; succeed(); end;
rule "a wrong code" !calm & is_asked(sms) & !locked ==> begin fail(CODE_TRIES); end;
rule "complete" is_asked(app) & phase = said_yes ==> begin succeed(); end;

rule "a right backup code" asked != nothing & papers > 0 & !papers_locked ==> begin
  proven := true;
  let_in();
  close();
  papers := papers - 1;
  paper_failures := 0;
end;

rule "a wrong backup code" !calm & asked != nothing & papers > 0 & !papers_locked ==> begin
  paper_failures := paper_failures + 1;
  papers_locked := locks(paper_failures);
end;

-- A device.

rule "yes with the right number" bound & is_asked(app) & phase = open & !locked ==> begin phase := said_yes; proven := true; end;
rule "yes with a wrong number" !calm & bound & is_asked(app) & phase = open & !locked ==> begin fail(NUMBER_TRIES); end;
rule "no" bound & is_asked(app) ==> begin close(); end;

-- The owner, signed in with both factors somewhere.

rule "bind" !calm & !bound ==> begin bound := true; end;
rule "remove the device" !calm & bound & asked != app ==> begin bound := false; end;
rule "issue backup codes" !calm & asked != nothing ==> begin papers := BACKUP_CODES; end;

ruleset over: channel do
  rule "enable" !calm & asked = nothing & over != nothing & reaches(over) ==> begin asked := over; earlier := 0; waits := false; end;
  rule "change" !calm & asked != nothing & over != nothing & asked != over & reaches(over) ==> begin close(); asked := over; earlier := 0; waits := false; end;
end;

rule "disable" !calm & asked != nothing ==> begin unprotect(owner); end;

-- What nobody chooses. A STOP for a number that changed hands is noted beside that, and changes nothing here.

rule "STOP" !calm & (STOP_REMOVES_PHONE = 1 | number != stopped) ==> begin
  if STOP_REMOVES_PHONE = 0 then
    if number = good then number := stopped; endif;
  else
    if asked != nothing then unprotect(network); endif;
    number := good;
  endif;
end;

rule "the number changed hands" !calm & number != changed_hands ==> begin
  if DOUBT_DISABLES = 1 & asked != nothing then unprotect(network); endif;
  doubt();
end;

rule "delivery restored" !calm & number = stopped ==> begin number := good; end;

-- The host's staff.

rule "unlock" staff_act() & failures + paper_failures > 0 ==> begin
  if failures = FINAL_FAILURES & number != changed_hands then doubt(); endif;
  failures := 0;
  locked := false;
  paper_failures := 0;
  papers_locked := false;
end;

rule "disable by staff" staff_act() & asked != nothing ==> begin unprotect(staff); end;

-- Time.

rule "the question's life is over" phase != none ==> begin close(); end;
rule "the wait is over" waits ==> begin waits := false; end;
rule "the lock is over" locked & failures < FINAL_FAILURES ==> begin locked := false; end;
rule "the lock of backup codes is over" papers_locked & paper_failures < FINAL_FAILURES ==> begin papers_locked := false; end;
rule "a send leaves the window" earlier > 0 & (!waits | earlier + own > 1) ==> begin earlier := earlier - 1; end;

rule "calm" CALM != 0 & !calm ==> begin calm := true; end;

invariant "nobody is asked where nothing protects" asked = nothing -> phase = none & papers = 0;
invariant "yes was said with a proof" phase = said_yes -> proven;
invariant "the last failure locks until the host unlocks" (failures = FINAL_FAILURES -> locked) & (paper_failures = FINAL_FAILURES -> papers_locked);

liveness "SignInReachable" CALM != 1 | !calm | came_in | asked = nothing | !reaches(asked) | failures = FINAL_FAILURES;
liveness "NoSignInLockout" CALM != 2 | !calm | came_in | asked = nothing;
