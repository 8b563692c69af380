namespace RelateBot.Domain.Digests;

/// <summary>One thing that a manager could do next; the first that applies.</summary>
public abstract record DigestSuggestion
{
    private DigestSuggestion()
    {
    }

    /// <summary>Somebody asked in public and still has no answer.</summary>
    public sealed record AnswerAsk(UnansweredAsk Ask) : DigestSuggestion;

    /// <summary>Help goes one way; the helping department may have said what makes its work easier.</summary>
    public sealed record BalanceOneWayStreet(OneWayStreet Street) : DigestSuggestion;

    /// <summary>A department helps and hears little of it.</summary>
    public sealed record ThankDepartment(UnsungDepartment Unsung) : DigestSuggestion;

    /// <summary>Two departments stopped helping each other.</summary>
    public sealed record ReviveBridge(Bridge Bridge) : DigestSuggestion;

    /// <summary>Two departments began to help each other.</summary>
    public sealed record AnnounceBridge(Bridge Bridge) : DigestSuggestion;

    /// <summary>Nothing stands out: most help starts with an ask.</summary>
    public sealed record InviteAsks : DigestSuggestion;
}
