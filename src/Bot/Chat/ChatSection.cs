using System.Collections.Immutable;

namespace RelateBot.Bot.Chat;

/// <summary>A part of a <see cref="ChatHome"/>.</summary>
/// <param name="Title">Its heading; at most 150 characters.</param>
/// <param name="Blocks">What stands below, from top to bottom.</param>
public sealed record ChatSection(string Title, ImmutableArray<ChatBlock> Blocks);
