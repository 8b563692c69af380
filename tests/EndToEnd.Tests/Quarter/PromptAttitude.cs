namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>How a person reacts to proactive messages.</summary>
public enum PromptAttitude
{
    /// <summary>Uses most of it.</summary>
    Keen,

    /// <summary>Uses some of it.</summary>
    Usual,

    /// <summary>Never taps on anything.</summary>
    Silent,

    /// <summary>Puts most of it off.</summary>
    Later,

    /// <summary>Stops each kind the second time.</summary>
    Stops,

    /// <summary>Pauses everything for two weeks now and then.</summary>
    Pauses,
}
