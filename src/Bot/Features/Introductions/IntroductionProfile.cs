using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>What others read about somebody when they meet.</summary>
/// <param name="Person">Who.</param>
/// <param name="Department">Where they work, if that is known.</param>
/// <param name="Topics">What they like to be asked about.</param>
public sealed record IntroductionProfile(Person Person, Department? Department, ImmutableArray<string> Topics);
