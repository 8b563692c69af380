namespace RelateBot.Domain.Digests;

/// <summary>A suggestion for what a manager could do next. The first kind that applies is shown.</summary>
public abstract record DigestSuggestion
{
    private DigestSuggestion()
    {
    }

    /// <summary>Someone asked in public and has no answer yet.</summary>
    public sealed record AnswerAsk(UnansweredAsk Ask) : DigestSuggestion;

    /// <summary>Help goes one way. The suggestion can quote what the helping department said makes its work easier.</summary>
    public sealed record BalanceOneWayStreet(OneWayStreet Street) : DigestSuggestion;

    /// <summary>A department helps often and is rarely thanked.</summary>
    public sealed record ThankDepartment(UnsungDepartment Unsung) : DigestSuggestion;

    /// <summary>Two departments stopped helping each other.</summary>
    public sealed record ReviveBridge(Bridge Bridge) : DigestSuggestion;

    /// <summary>Two departments started to help each other.</summary>
    public sealed record AnnounceBridge(Bridge Bridge) : DigestSuggestion;

    /// <summary>Nothing stands out. Most help starts with an ask.</summary>
    public sealed record InviteAsks : DigestSuggestion;
}
