using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>What is said of a typed name that <see cref="NameResolver"/> could not settle.</summary>
public static class NameMessages
{
    /// <summary>Nobody answers to it.</summary>
    public static ChatMessage Unknown(string typed) => ChatMessage.Of(ChatText.Of(UnknownSentence(typed)));

    /// <summary>The same, to be told together with other things.</summary>
    public static string UnknownSentence(string typed) => $"I know nobody called {typed}. Check the spelling, or type @ and choose from the list.";

    /// <summary>Several answer to it.</summary>
    public static ChatMessage Unclear(ThanksDraft.UnclearName name) => ChatMessage.Of(ChatText.Of(
        $"{name.Typed} could be {ChatText.List(name.Candidates.Take(NameResolver.MostCandidates).Select(candidate => ChatText.Of(candidate.Name)))}. Write it once more with the handle."));
}
