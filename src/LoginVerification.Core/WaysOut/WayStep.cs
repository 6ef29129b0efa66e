namespace LoginVerification.Engine;

/// <summary>A first command that brings the purpose nearer: where, which, and how long the whole way is by it.</summary>
internal sealed record WayStep(Surface Surface, UserCommand Command, int Length);
