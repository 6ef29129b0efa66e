namespace LoginVerification.Exploration;

/// <summary>Where one user stands: a state of the model, and what was refused on this page since it was opened, which is not tried again at once.</summary>
internal readonly record struct UserState(ModelState Model, MoveSet Refused);

/// <summary>Where and why a user was lost.</summary>
internal readonly record struct LeavingPoint(ScreenId Screen, EnrolmentState State, LeavingReason Reason, RefusalCode? Refusal)
{
    public static LeavingPoint At(PolicyModel model, UserState user, LeavingReason reason, RefusalCode? refusal) =>
        new(user.Model.Screen, model.LifecycleOf(user.Model), reason, refusal);
}
