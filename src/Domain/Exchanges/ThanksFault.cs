namespace RelateBot.Domain.Exchanges;

/// <summary>A reason why thanks cannot be recorded as they were given. Several can hold at once.</summary>
public abstract record ThanksFault
{
    private ThanksFault()
    {
    }

    /// <summary>No receiver was named.</summary>
    public sealed record NobodyNamed : ThanksFault;

    /// <summary>The giver is the only receiver.</summary>
    public sealed record OnlyYourself : ThanksFault;

    /// <summary>A program was named.</summary>
    public sealed record IsBot(string Name) : ThanksFault;

    /// <summary>Somebody of another organisation was named.</summary>
    public sealed record IsStranger(string Name) : ThanksFault;

    /// <summary>A colleague who has left was named.</summary>
    public sealed record HasLeft(string Name) : ThanksFault;

    /// <summary>Nobody answers to this name.</summary>
    public sealed record UnknownName(string Typed) : ThanksFault;

    /// <summary>A department whose only known member is the giver, or one without known members that would be thanked in private.</summary>
    public sealed record EmptyDepartment(string Name) : ThanksFault;

    /// <summary>The note has more characters than fit.</summary>
    public sealed record NoteTooLong(int Length) : ThanksFault;

    /// <summary>More receivers than one act can have.</summary>
    public sealed record TooManyReceivers(int Count) : ThanksFault;

    /// <summary>More values than one act can have.</summary>
    public sealed record TooManyValues(int Count) : ThanksFault;

    /// <summary>The giver has written as much as fits into an hour.</summary>
    public sealed record TooManyThisHour(int Written) : ThanksFault;

    /// <summary>True when the act could go ahead without the receiver concerned.</summary>
    public bool ConcernsOneReceiver => this is IsBot or IsStranger or HasLeft or UnknownName or EmptyDepartment;
}
