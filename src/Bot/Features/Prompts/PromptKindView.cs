using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>One kind as somebody has it.</summary>
public sealed record PromptKindView(PromptKind Kind, bool IsOn, bool IsSlower = false, DateOnly? SnoozedUntil = null);
