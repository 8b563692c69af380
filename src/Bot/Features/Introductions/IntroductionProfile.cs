using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>What people see about each other when they are introduced.</summary>
/// <param name="Person">The person.</param>
/// <param name="Department">Their department; null when unknown.</param>
/// <param name="Topics">The topics they offer help with.</param>
public sealed record IntroductionProfile(Person Person, Department? Department, ImmutableArray<string> Topics);
