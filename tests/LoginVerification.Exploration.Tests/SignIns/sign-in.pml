/* Sign-ins, written by hand from the design, for SPIN. It shares no line with the library, nor with sign-in.m.
 *
 *   spin -o2 -a sign-in.pml
 *   gcc -DNOREDUCE -DSAFETY -o pan pan.c
 *   ./pan -n -E
 *
 * States are those of the explorer, and transitions its edges. Tests write other bounds into the constants.
 */

#define MOST_SENDS 2
#define CODE_TRIES 1
#define NUMBER_TRIES 1
#define EVERY_FAILURES 1
#define FINAL_FAILURES 2
#define BACKUP_CODES 1
#define NEW_CODE_ON_RESEND 0
#define STOP_REMOVES_PHONE 0
#define DOUBT_DISABLES 0

mtype:channel = { nothing, sms, app }
mtype:standing = { good, stopped, changed_hands }
mtype:question = { none, open, said_yes }
mtype:who = { owner, staff, network }

mtype:channel asked = nothing
mtype:standing number = good
mtype:question phase = none
bool bound, proven, waits, locked, papers_locked
byte wrong, sent, own, failures, papers, paper_failures

#define reaches(over) ((over == app && bound) || (over == sms && number == good))
#define may_ask (asked != nothing && reaches(asked) && !locked)
#define may_send (sent < MOST_SENDS && !waits)
#define is_asked(over) (asked == over && phase != none)
#define is_prompted (bound && is_asked(app))
#define locks(count) (count % EVERY_FAILURES == 0 || count == FINAL_FAILURES)

inline close() {
  phase = none; proven = false; wrong = 0; own = 0
}

inline ask() {
  close(); phase = open; sent++; own = 1; waits = true
}

inline fail(tries) {
  wrong++; failures++; locked = locks(failures);
  if :: wrong == tries -> close() :: else fi
}

inline let_in() {
  assert(proven)
}

/* What was sent for a sign-in that succeeded is given back, and the wait that it caused. */
inline succeed() {
  let_in(); sent = sent - own; close(); waits = false; failures = 0; locked = false
}

inline unprotect(by) {
  assert(by != network); close(); asked = nothing; papers = 0
}

inline doubt() {
  close(); number = changed_hands
}

init {
end:
  do
  /* A browser: a new one, the same one, one whose sends are held back, one whose risk is too high, one when the code's key is retired. */
  :: d_step { may_ask && may_send && !is_asked(sms) -> ask() }
  :: d_step { may_ask && may_send && phase == none -> ask() }
  :: d_step { may_ask && may_send && asked == app -> ask() }
  :: d_step { may_ask && may_send && asked == app -> ask() }
  :: d_step { may_ask && may_send -> ask() }
  :: d_step { may_ask && may_send && phase == open ->
       if :: asked == sms && NEW_CODE_ON_RESEND -> ask() :: else -> sent++; own++; waits = true fi }
  :: d_step { is_asked(sms) && !locked -> proven = true; succeed() }
  :: d_step { is_asked(sms) && !locked -> fail(CODE_TRIES) }
  :: d_step { is_asked(app) && phase == said_yes -> succeed() }
  :: d_step { asked != nothing && papers > 0 && !papers_locked -> proven = true; let_in(); close(); papers--; paper_failures = 0 }
  :: d_step { asked != nothing && papers > 0 && !papers_locked -> paper_failures++; papers_locked = locks(paper_failures) }

  /* A device. */
  :: d_step { is_prompted && phase == open && !locked -> phase = said_yes; proven = true }
  :: d_step { is_prompted && phase == open && !locked -> fail(NUMBER_TRIES) }
  :: d_step { is_prompted -> close() }

  /* The owner, signed in with both factors somewhere. */
  :: d_step { !bound -> bound = true }
  :: d_step { bound && asked != app -> bound = false }
  :: d_step { asked != nothing -> papers = BACKUP_CODES }
  :: d_step { asked == nothing && reaches(sms) -> asked = sms; sent = 0; waits = false }
  :: d_step { asked == nothing && reaches(app) -> asked = app; sent = 0; waits = false }
  :: d_step { asked == app && reaches(sms) -> close(); asked = sms; sent = 0; waits = false }
  :: d_step { asked == sms && reaches(app) -> close(); asked = app; sent = 0; waits = false }
  :: d_step { asked != nothing -> unprotect(owner) }

  /* What nobody chooses: a STOP, a number that changed hands, delivery restored. */
  :: d_step { STOP_REMOVES_PHONE ->
       if :: asked != nothing -> unprotect(network) :: else fi;
       number = good }
  :: d_step { !STOP_REMOVES_PHONE && number != stopped ->
       if :: number == good -> number = stopped :: else fi }
  :: d_step { number != changed_hands ->
       if :: DOUBT_DISABLES && asked != nothing -> unprotect(network) :: else fi;
       doubt() }
  :: d_step { number == stopped -> number = good }

  /* The host's staff. */
  :: d_step { failures + paper_failures > 0 ->
       if :: failures == FINAL_FAILURES && number != changed_hands -> doubt() :: else fi;
       failures = 0; locked = false; paper_failures = 0; papers_locked = false }
  :: d_step { asked != nothing -> unprotect(staff) }

  /* Time: the question's life, the wait, the two locks, the window. */
  :: d_step { phase != none -> close() }
  :: d_step { waits -> waits = false }
  :: d_step { locked && failures < FINAL_FAILURES -> locked = false }
  :: d_step { papers_locked && paper_failures < FINAL_FAILURES -> papers_locked = false }
  :: d_step { sent > own && (!waits || sent > 1) -> sent-- }
  od
}
